/** What the columns of a table may stand for; the codes are the service's. */
export const FIELDS = [
  ['TEXT', '诉求内容', 'Text'], ['CATEGORY', '类别', 'Category'], ['GRID_CODE', '网格编码', 'Grid code'],
  ['ADDRESS', '地址', 'Address'], ['LONGITUDE', '经度', 'Longitude'], ['LATITUDE', '纬度', 'Latitude'],
  ['RESIDENT_NAME', '姓名', 'Name'], ['RESIDENT_PHONE', '电话', 'Phone'], ['CHANNEL', '渠道', 'Channel'],
  ['NATURE', '诉求性质', 'Nature'], ['URGENCY', '紧急程度', 'Urgency'], ['OBSERVED_AT', '发现时间', 'Seen at'],
  ['REFERENCE', '来源编号', 'Reference'], ['ANSWER_BY', '答复时限', 'Answer by'], ['ASSET_ID', '部件编号', 'Asset id'],
].map(([code, zh, en]) => ({ code, zh, en }));

/** Channels of tables that name none in their rows. */
export const CHANNELS = [
  ['', '按我的岗位', 'By my role'], ['RECEPTION', '接访', 'Reception'], ['HOTLINE', '热线', 'Hotline'],
  ['PATROL', '巡逻', 'Patrol'], ['VISIT', '走访', 'Visit'], ['WEB', '网站', 'Web'], ['MEDIA', '媒体', 'Media'],
  ['SUPERIOR_ORDER', '上级交办', 'Superior order'],
].map(([code, zh, en]) => ({ code, zh, en }));

const STATES = {
  UPLOADED: ['待开始', 'Waits to be started'], RUNNING: ['导入中', 'Running'], DONE: ['已完成', 'Done'],
  CANCELLED: ['已取消', 'Cancelled'], FAILED: ['已停止', 'Stopped'],
};

export function stateOf(job) {
  const [zh, en] = STATES[job.state] ?? [job.state, ''];
  return { zh, en };
}

/** Whether something may still change by itself. */
export function isMoving(job) {
  return job.state === 'RUNNING';
}

/** What is chosen for each column, in the service's words: null for one that is left out. */
export function mappingOf(choices, channel) {
  return { columns: choices.map((code) => code || null), channel: channel || undefined };
}

/** 0 to 100. */
export function percent(job) {
  return job.rows === 0 ? 100 : Math.floor((job.done * 100) / job.rows);
}
