/** What the server tells of a run, a line each; see `run/patch.ts`. */
interface Patch {
  readonly id?: string;
  readonly html?: string;
  readonly say?: string;
  readonly field?: string;
  readonly place?: { readonly line: number; readonly column: number };
}

const form = document.querySelector<HTMLFormElement>('#form');
const button = document.querySelector<HTMLButtonElement>('#run');
const results = document.querySelector<HTMLElement>('#results');
const status = document.querySelector<HTMLElement>('#status');

/** Keeps what the radio buttons of a name say, as far as the browser lets a page keep anything. */
function remember(name: string): void {
  const buttons = document.querySelectorAll<HTMLInputElement>(`input[name=${name}]`);
  const kept = recall(name);
  for (const radio of buttons) {
    if (radio.value === kept) radio.checked = true;
    radio.addEventListener('change', () => keep(name, radio.value));
  }
}

function recall(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Where nothing may be kept, the choice holds for this page only.
  }
}

/** Makes one change that the server asks for. */
function apply({ id, html, say, field, place }: Patch): void {
  const element = id === undefined ? null : document.getElementById(id);
  if (element !== null && html !== undefined) {
    if (id === 'problem') element.innerHTML = inside(html);
    else element.outerHTML = html;
  }
  if (say !== undefined && status !== null) status.textContent = say;
  if (field !== undefined) show(field, place);
}

/** What is inside the one element of a text; a live region must stay itself to be heard. */
function inside(html: string): string {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.firstElementChild?.innerHTML ?? '';
}

/** Leads to the field that cannot be used, and to the place in its text. */
function show(id: string, place: Patch['place']): void {
  const found = document.getElementById(id);
  const field = found instanceof HTMLFieldSetElement ? found.querySelector('input') : found;
  if (field === null) return;
  field.closest('details')?.setAttribute('open', '');
  field.setAttribute('aria-invalid', 'true');
  field.setAttribute('aria-errormessage', 'problem');
  field.focus({ preventScroll: true });
  field.scrollIntoView({ block: 'center' });
  if (place === undefined || !(field instanceof HTMLTextAreaElement)) return;
  const before = field.value.split('\n').slice(0, place.line - 1);
  const at = before.reduce((sum, line) => sum + line.length + 1, 0) + place.column - 1;
  field.setSelectionRange(at, at + 1);
  const height = Number.parseFloat(getComputedStyle(field).lineHeight);
  field.scrollTop = Math.max(0, (place.line - 4) * height);
}

/** The lines of an answer while they arrive. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    const lines = (rest + decoder.decode(value, { stream: !done })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.filter((line) => line !== '');
    if (done) return;
  }
}

async function run(asked: HTMLFormElement): Promise<void> {
  const sent = new URLSearchParams(new FormData(asked) as unknown as Record<string, string>);
  for (const field of asked.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
  apply({ id: 'problem', html: '<div></div>', say: 'Running on Zapier and Make.' });
  const response = await fetch(asked.action, {
    method: 'POST',
    headers: { accept: 'application/x-ndjson', 'content-type': 'application/x-www-form-urlencoded' },
    body: sent,
  });
  if (!response.ok || response.body === null) throw new Error('no answer');
  for await (const line of linesOf(response.body)) {
    const patch = JSON.parse(line) as Patch;
    if (patch.id === 'problem') apply({ say: 'Not run.' });
    else bringIntoView();
    apply(patch);
  }
}

/** On a narrow screen the result stands below the form. */
function bringIntoView(): void {
  if (results !== null && results.getBoundingClientRect().top > innerHeight * 0.8) results.scrollIntoView();
}

remember('look');
remember('width');

form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  if (button?.getAttribute('aria-disabled') === 'true') return;
  button?.setAttribute('aria-disabled', 'true');
  document.body.classList.add('busy');
  try {
    await run(form);
  } catch {
    apply({
      id: 'problem',
      html: '<div><div class="problem"><p><strong>The preview does not answer.</strong> It has probably been stopped; start it again with npm start and load this page anew.</p></div></div>',
      say: 'Not run.',
    });
  }
  button?.setAttribute('aria-disabled', 'false');
  document.body.classList.remove('busy');
});

// A form that was sent by its button can be sent from any of its fields, also from a text of several lines.
form?.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});
