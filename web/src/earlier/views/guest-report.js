import { both, field, h, replace } from '../dom.js';
import { work } from '../guest.js';
import { photoPicker } from '../photos.js';
import { attempt } from '../problems.js';
import { newId } from '../../api/ids';
import { guestSignIn } from './guest-signin.js';

const NATURES = [['HELP', '求助', 'Help'], ['COMPLAINT', '投诉', 'Complaint'], ['TIP_OFF', '举报（对承办单位保密）', 'Tip-off (kept from the unit)'], ['ENQUIRY', '咨询', 'Enquiry'], ['SUGGESTION', '建议', 'Suggestion']];
const WORDS = {
  report: ['反映问题', 'Report a matter', '请写明地点和情况，例如：望江路 12 号门口井盖破损。'],
  suggest: ['意见箱', 'Suggestion box', '您对社区、街道有什么建议？'],
  criticise: ['有奖批评', 'Rewarded criticism', '请写明哪个单位、什么时候、什么事。登记即受理，15 日内答复。'],
};

/** A resident reports: a matter, a suggestion, or a criticism. One id for all tries, so that nothing is filed twice. */
export async function guestReportView(stage, { door, room }) {
  const said = h('div', { 'aria-live': 'polite' });
  const form = await attempt(said, null, () => door.api.get('/api/v1/public/form'));
  const [zh, en, hint] = WORDS[room];
  replace(stage, h('h2', {}, both(zh, en)), said);
  if (!form) return;

  const state = { id: newId(), location: null };
  const kinds = form.categories.filter((kind) => kind.rewardedCriticism === (room === 'criticise'));
  const text = h('textarea', { rows: 5, maxlength: 2000, required: true, placeholder: hint });
  const category = h('select', {}, h('option', { value: '' }, '不清楚，由工作人员判断 Not sure'),
    kinds.map((kind) => h('option', { value: kind.id, selected: room === 'criticise' && kinds.length === 1 }, `${kind.classZh} · ${kind.zh} ${kind.en}`)));
  const nature = h('select', {}, NATURES.map(([code, czh, cen]) => h('option', { value: code }, `${czh} ${cen}`)));
  const address = h('input', { maxlength: 200, autocomplete: 'street-address' });
  const photos = photoPicker();
  const where = h('p', { class: 'hint', role: 'status' });
  const locate = h('button', { type: 'button', onclick: find }, both('用我的位置', 'Use my position'));
  const send = h('button', { type: 'submit', class: 'primary large' }, both('提交', 'Send'));
  const who = h('div', {});

  replace(stage, h('h2', {}, both(zh, en)),
    h('form', { onsubmit: submit },
      field(both('说明', 'What'), text),
      room === 'suggest' ? null : field(both('类别', 'Kind'), category),
      room === 'report' ? field(both('性质', 'Nature'), nature) : null,
      room === 'suggest' ? null : field(both('地点', 'Where'), address), room === 'suggest' ? null : h('div', { class: 'row' }, locate, where),
      form.photos > 0 ? photos.element : null,
      h('p', { class: 'hint' }, both(door.signedIn() ? '以您的手机号提交，结果会告诉您。' : form.anonymous ? '不登录即为匿名：凭编号可查进度，但不会回访。' : '请先验证手机号。',
        door.signedIn() ? 'You will hear the outcome.' : form.anonymous ? 'Without signing in it is anonymous.' : 'Please sign in first.')),
      send, said),
    who);
  if (!door.signedIn()) {
    replace(who, h('details', { open: !form.anonymous }, h('summary', {}, both('用手机号登录（可选）', 'Sign in by phone (optional)')),
      guestSignIn(door, () => replace(who, h('p', { role: 'status' }, both('已登录', 'Signed in'))))));
  }

  function find() {
    if (!navigator.geolocation) {
      replace(where, both('这台设备不能定位，请写地点。', 'No position here; please write the place.'));
      return;
    }
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      state.location = { type: 'Point', coordinates: [coords.longitude, coords.latitude] };
      replace(where, both('已定位', 'Position found'));
    }, () => replace(where, both('没有定位到，请写地点。', 'No position; please write the place.')));
  }

  async function submit(event) {
    event.preventDefault();
    const receipt = await attempt(said, send, async () => {
      const proof = !door.signedIn() && form.proofNeeded ? await work(await door.api.get('/api/v1/public/challenge')) : undefined;
      return door.api.post('/api/v1/public/reports', guestReport(state, {
        text: text.value, category: category.value, address: address.value, proof,
        nature: room === 'suggest' ? 'SUGGESTION' : room === 'criticise' ? 'COMPLAINT' : nature.value,
      }));
    }, { onRepeat: () => submit(event) });
    if (!receipt) return;
    door.keep(receipt);
    const failed = await sendPhotos(receipt);
    replace(stage, h('section', { class: 'slip stamped', role: 'status' },
      h('p', { class: 'stamp', 'aria-hidden': 'true' }, '已收'),
      h('h2', {}, both('已收到，谢谢。', 'Received, thank you.')),
      h('p', {}, both('编号', 'Number'), ' ', h('strong', { class: 'number' }, receipt.trackingNumber)),
      failed ? h('p', {}, both(`${failed} 张照片没有传上`, `${failed} photos were not sent`)) : null,
      h('a', { href: `#/track/${receipt.trackingNumber}` }, both('查进度', 'Follow it'))));
  }

  async function sendPhotos(receipt) {
    let failed = 0;
    for (const [file, id] of [...photos.chosen()].slice(0, form.photos)) {
      try {
        await door.sendPhoto(id, receipt, file);
      } catch {
        failed++;
      }
    }
    return failed;
  }
}

/** The body of a report: what is empty is left out. */
export function guestReport({ id, location }, { text, category, address, nature, proof }) {
  const body = { id, text, nature };
  if (category) body.category = category;
  if (address.trim()) body.address = address.trim();
  if (location) body.location = location;
  if (proof) body.proof = proof;
  return body;
}
