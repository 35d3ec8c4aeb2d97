import { both, field, h, replace } from '../dom.js';
import { attempt } from '../problems.js';

export function signInView(root, { api, why, onSignedIn, language }) {
  const username = h('input', {
    name: 'username', autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false', required: true, maxlength: 64,
  });
  const password = h('input', { name: 'password', type: 'password', autocomplete: 'current-password', required: true, maxlength: 256 });
  const said = h('div', { 'aria-live': 'polite' });
  const button = h('button', { type: 'submit', class: 'primary large' }, both('登录', 'Sign in'));
  const form = h('form', {
    class: 'signin-form',
    onsubmit: async (event) => {
      event.preventDefault();
      await attempt(said, button, async () => {
        await api.signIn(username.value, password.value);
        password.value = '';
        await onSignedIn();
      });
    },
  },
  why === 'signed-out' ? h('p', { class: 'hint', role: 'status' }, both('登录已过期，请重新登录。', 'You were signed out; sign in again.')) : null,
  field(both('用户名', 'User name'), username),
  field(both('密码', 'Password'), password),
  said,
  button);
  replace(root,
    h('main', { class: 'signin' },
      h('div', { class: 'signin-words' },
        h('h1', {}, h('span', { class: 'seal huge', 'aria-hidden': 'true' }, '网格'), h('span', { class: 'sr' }, '网格 Wangge')),
        h('p', { class: 'claim', lang: 'zh-CN' }, '小事不出社区，', h('wbr'), '大事不出街道'),
        h('p', { class: 'claim-en', lang: 'en' }, 'Small matters are settled in the community, big ones in the street.')),
      form,
      h('div', { class: 'corner' }, language)));
  username.focus();
}
