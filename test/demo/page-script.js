// Keeps the page new without loading it again, and what somebody is writing where it is. Without it forms still work.
const parts = () => [...document.querySelectorAll('[data-live]')];
const written = (root) =>
  [...root.querySelectorAll('input[id], textarea[id], select[id]')].map((field) => [
    field.id,
    field.type === 'checkbox' || field.type === 'radio' ? 'checked' : field.multiple ? 'selected' : 'value',
    field,
  ]);
const stand = (field, what) =>
  what === 'selected' ? [...field.selectedOptions].map((each) => each.value).join('\n') : field[what];

const drawn = new Map(parts().map((part) => [part.id, part.innerHTML]));

async function refresh(sent) {
  const answer = await fetch(location.href, { headers: { 'x-live': '1' } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const part of parts()) {
    const fresh = page.getElementById(part.id)?.innerHTML ?? '';
    if (fresh === drawn.get(part.id)) continue;
    drawn.set(part.id, fresh);
    replace(part, fresh, sent);
  }
}

function replace(part, fresh, sent) {
  const focus = part.contains(document.activeElement) ? document.activeElement : null;
  const at = focus?.selectionStart;
  const low = part.scrollHeight - part.scrollTop - part.clientHeight < 60;
  const scroll = part.scrollTop;
  const keep = written(part)
    .filter(([, , field]) => field.form?.id !== sent)
    .map(([id, what, field]) => [id, what, stand(field, what)]);
  const open = [...part.querySelectorAll('details[open]')].map((each) => each.parentElement.id);
  part.innerHTML = fresh;
  for (const [id, what, value] of keep) putBack(document.getElementById(id), what, value);
  for (const id of open) document.getElementById(id)?.querySelector('details')?.setAttribute('open', '');
  part.scrollTop = low ? part.scrollHeight : scroll;
  focusAgain(part, focus?.id, at);
}

function putBack(field, what, value) {
  if (field === null) return;
  if (what !== 'selected') field[what] = value;
  else for (const each of field.options) each.selected = value.split('\n').includes(each.value);
}

function focusAgain(part, id, at) {
  const again = id ? document.getElementById(id) : null;
  if (again === null) return part.id === 'window' ? focusWindow() : undefined;
  again.focus();
  if (typeof at === 'number' && again.setSelectionRange) again.setSelectionRange(at, at);
}

function focusWindow() {
  const first = ['[aria-invalid]', 'input:not([type=hidden])', 'textarea', 'select', 'button:not(.enter)'];
  const found = first.map((each) => document.querySelector(`.window ${each}`)).find((each) => each !== null);
  found?.focus();
}

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (form.method !== 'post') return;
  event.preventDefault();
  const question = event.submitter?.dataset.confirm;
  if (question !== undefined && !confirm(question)) return;
  const body = new URLSearchParams(new FormData(form, event.submitter));
  for (const button of form.querySelectorAll('button')) button.disabled = true;
  await fetch('/act', { method: 'POST', body, headers: { 'x-live': '1' } });
  for (const button of form.querySelectorAll('button')) button.disabled = false;
  if (body.get('do') === 'write' || body.get('do') === 'edit') form.reset();
  await refresh(form.id);
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') document.querySelector('.window [name=close]')?.click();
  const box = event.target.closest?.('#composer textarea, .answer textarea');
  if (box && event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    box.form.requestSubmit();
  }
});
document.querySelector('#as')?.addEventListener('change', (event) => event.target.form.submit());
let due;
new EventSource('/changes').onmessage = () => {
  clearTimeout(due);
  due = setTimeout(() => refresh(), 120);
};
const stream = document.getElementById('stream');
stream.scrollTop = stream.scrollHeight;
document
  .querySelector('.window [aria-invalid], .window input:not([type=hidden]), .window textarea, .window select')
  ?.focus();
focusWindow();
