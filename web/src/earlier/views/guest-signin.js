import { both, field, h, replace } from '../dom.js';
import { work } from '../guest.js';
import { attempt } from '../problems.js';

/** 手机验证码: asks for a code and takes it; `onSignedIn` when it was right. */
export function guestSignIn(door, onSignedIn) {
  const said = h('div', { 'aria-live': 'polite' });
  const phone = h('input', { type: 'tel', inputmode: 'tel', autocomplete: 'tel', maxlength: 20, required: true });
  const code = h('input', { inputmode: 'numeric', autocomplete: 'one-time-code', maxlength: 6, pattern: '[0-9]{6}' });
  const ask = h('button', { type: 'button', onclick: send }, both('获取验证码', 'Send a code'));
  const enter = h('button', { type: 'submit', class: 'primary' }, both('验证', 'Confirm'));

  async function send() {
    const sent = await attempt(said, ask, async () => {
      const { proofNeeded } = await door.api.get('/api/v1/public/form');
      const proof = proofNeeded ? await work(await door.api.get('/api/v1/public/challenge')) : undefined;
      return door.api.post('/api/v1/public/codes', { phone: phone.value, proof });
    });
    if (!sent) return;
    replace(said, h('p', { role: 'status' }, both('验证码已发送，五分钟内有效。', 'The code was sent; it is good for five minutes.')));
    code.focus();
  }

  async function confirm(event) {
    event.preventDefault();
    const done = await attempt(said, enter, async () => {
      await door.signIn(phone.value, code.value);
      return true;
    });
    if (done) onSignedIn();
  }

  return h('form', { onsubmit: confirm, 'aria-label': '手机验证 Sign in by phone' },
    field(both('手机号', 'Mobile'), phone), h('div', { class: 'row' }, ask),
    field(both('验证码', 'Code'), code), enter, said);
}
