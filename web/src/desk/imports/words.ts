/** What the room of the imports says. */
export default {
  'zh-CN': {
    imports: {
      title: '批量导入', table: '表格', tableHelp: 'CSV 或 XLSX，第一行是表头，最多 100000 行、32 MB。先看再导，上传不会立案。', upload: '上传并预览', uploading: '正在上传…',
      jobs: '导入任务', job: '一个任务', none: '还没有导入过。', choose: '上传一个表格，或选一个任务来看。', rows: '{count} 行', away: '暂时连不上服务，导入在服务端继续，正在重新查看。',
      states: { UPLOADED: '待开始', RUNNING: '导入中', DONE: '已完成', CANCELLED: '已取消', FAILED: '已停止' },
      map: '每一列对应什么？按表头猜的，可以改。', preview: '前几行', standsFor: '“{heading}”对应', leftOut: '不导入', channel: '没写渠道的行', twice: '这些对应了不止一列：{what}', noText: '还没有一列对应“诉求内容”。', start: '导入 {count} 行', drop: '不导入了',
      progress: '进度', soFar: '{percent}%：已存 {stored} 行，退回 {refused} 行', failed: '导入停止了：{why}。已存的仍在，改好后可再导入，不会重复。', cancelled: '已取消，之前存下的仍在。', cancel: '取消导入', sure: '已存的仍会保留，其余不再导入。确定取消？', yes: '确定取消', no: '继续导入',
      save: '下载错误行', errorsFile: '导入错误', errors: '退回的行（显示 {shown}，共 {all}）', errorsHelp: '下载错误行，改好后可直接再导入；保留 30 天。', line: '行', column: '列', value: '“{value}”', reason: '原因和办法',
      fields: { TEXT: '诉求内容', CATEGORY: '类别', GRID_CODE: '网格编码', ADDRESS: '地址', LONGITUDE: '经度', LATITUDE: '纬度', RESIDENT_NAME: '姓名', RESIDENT_PHONE: '电话', CHANNEL: '渠道', NATURE: '诉求性质', URGENCY: '紧急程度', OBSERVED_AT: '发现时间', REFERENCE: '来源编号', ANSWER_BY: '答复时限', ASSET_ID: '部件编号' },
      channels: { MINE: '按我的岗位', RECEPTION: '接访', HOTLINE: '热线', PATROL: '巡逻', VISIT: '走访', WEB: '网站', MEDIA: '媒体', SUPERIOR_ORDER: '上级交办' },
    },
  },
  en: {
    imports: {
      title: 'Bulk import', table: 'Table', tableHelp: 'CSV or XLSX with a heading, 100,000 rows and 32 MB at most. Look first: an upload files nothing.', upload: 'Upload and look', uploading: 'Uploading…',
      jobs: 'Imports', job: 'One import', none: 'Nothing imported yet.', choose: 'Upload a table, or choose an import.', rows: '{count} rows', away: 'The service cannot be reached; the import goes on there, and we look again.',
      states: { UPLOADED: 'Waits to be started', RUNNING: 'Running', DONE: 'Done', CANCELLED: 'Cancelled', FAILED: 'Stopped' },
      map: 'What does each column stand for? Guessed from the headings; change it where it is wrong.', preview: 'The first rows', standsFor: '"{heading}" stands for', leftOut: 'left out', channel: 'Rows without a channel', twice: 'More than one column stands for: {what}', noText: 'No column stands for "Text" yet.', start: 'Import {count} rows', drop: 'Do not import',
      progress: 'Progress', soFar: '{percent} %: {stored} stored, {refused} refused', failed: 'It stopped: {why}. What is stored stays; mended, it can be imported again and nothing is there twice.', cancelled: 'Cancelled; what was stored stays.', cancel: 'Cancel', sure: 'What is stored stays, the rest is not imported. Cancel?', yes: 'Yes, cancel', no: 'Go on',
      save: 'Rows with errors', errorsFile: 'import-errors', errors: 'Rows refused ({shown} of {all})', errorsHelp: 'Download them, mend them, and import that file; kept for 30 days.', line: 'Line', column: 'Column', value: '"{value}"', reason: 'Reason, and what to do',
      fields: { TEXT: 'Text', CATEGORY: 'Category', GRID_CODE: 'Grid code', ADDRESS: 'Address', LONGITUDE: 'Longitude', LATITUDE: 'Latitude', RESIDENT_NAME: 'Name', RESIDENT_PHONE: 'Telephone', CHANNEL: 'Channel', NATURE: 'Nature', URGENCY: 'Urgency', OBSERVED_AT: 'Seen at', REFERENCE: 'Reference', ANSWER_BY: 'Answer by', ASSET_ID: 'Asset id' },
      channels: { MINE: 'By my role', RECEPTION: 'Reception', HOTLINE: 'Hotline', PATROL: 'Patrol', VISIT: 'Visit', WEB: 'Web', MEDIA: 'Media', SUPERIOR_ORDER: 'Superior order' },
    },
  },
};
