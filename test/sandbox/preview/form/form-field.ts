/** One line of a choice: what is sent, and what people read. */
export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** One thing that people may change. */
export interface FormField {
  /** Its name in the form. */
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly control: 'text' | 'long' | 'number' | 'date' | 'choice' | 'choices';
  /** What it holds when the page opens; several values for `choices`. */
  readonly value: string | readonly string[];
  readonly choices?: readonly Choice[];
}

/** A field with what somebody has typed into it. */
export function withValue(field: FormField, form: URLSearchParams | undefined): FormField {
  if (form === undefined) return field;
  return {
    ...field,
    value: field.control === 'choices' ? form.getAll(field.name) : (form.get(field.name) ?? ''),
  };
}

/** Whether people left a field as it was. */
export function isUntouched({ name, control, value }: FormField, form: URLSearchParams): boolean {
  const given = control === 'choices' ? form.getAll(name) : [form.get(name) ?? String(value)];
  const shown = Array.isArray(value) ? value : [value];
  return given.length === shown.length && given.every((item) => shown.includes(item));
}
