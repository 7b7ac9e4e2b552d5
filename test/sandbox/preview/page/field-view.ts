import type { FormField } from '../form/form-field.ts';
import { type Content, type Html, html } from '../html.ts';

/** What marks a field that cannot be used: the message about it has the id `problem`. */
export const INVALID = html` aria-invalid="true" aria-errormessage="problem" autofocus`;

/** A field with its label and help; `problem` is the name of the field that cannot be used. */
export function fieldView(field: FormField, problem?: string): Html {
  const { name, label, help, control } = field;
  const id = idOf(name);
  const described = help === undefined ? '' : `${id}-help`;
  const hint = help !== undefined && html`<p class="help" id="${described}">${help}</p>`;
  if (control === 'choices') return choices(field, hint, described);
  const invalid = problem === name && INVALID;
  return html`<div class="field">
  <label for="${id}">${label}</label>
  ${inputOf(field, id, described, invalid)}
  ${hint}
</div>`;
}

/** The id of the element of a field. */
export function idOf(name: string): string {
  return name.replace(/[^\w-]/g, '-');
}

function inputOf(
  { name, control, value, choices: lines = [] }: FormField,
  id: string,
  described: string,
  invalid: Content,
): Html {
  const more = html`${described !== '' && html` aria-describedby="${described}"`}${invalid}`;
  switch (control) {
    case 'choice':
      return html`<select id="${id}" name="${name}"${more}>${lines.map(
        (line) =>
          html`<option value="${line.id}"${line.id === value && html` selected`}>${line.label}</option>`,
      )}</select>`;
    case 'long':
      return html`<textarea id="${id}" name="${name}" rows="2"${more}>
${value}</textarea>`;
    case 'date':
      return html`<input id="${id}" name="${name}" type="date" value="${value}"${more}>`;
    case 'number':
      return html`<input id="${id}" name="${name}" inputmode="decimal" autocomplete="off" value="${value}"${more}>`;
    default:
      return html`<input id="${id}" name="${name}" autocomplete="off" value="${value}"${more}>`;
  }
}

function choices(
  { name, label, value, choices: lines = [] }: FormField,
  hint: Content,
  described: string,
): Html {
  return html`<fieldset class="field choices" id="${idOf(name)}"${described !== '' && html` aria-describedby="${described}"`}>
  <legend>${label}</legend>
  <div class="boxes">${[...lines]
    .sort((a, b) => Number(value.includes(b.id)) - Number(value.includes(a.id)))
    .map(
      (line) =>
        html`<label><input type="checkbox" name="${name}" value="${line.id}"${value.includes(line.id) && html` checked`}> ${line.label}</label>`,
    )}</div>
  ${hint}
</fieldset>`;
}
