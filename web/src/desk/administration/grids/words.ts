/** What the drawing of grids says. */
export default {
  'zh-CN': {
    grids: {
      tools: '画图工具', map: '网格边界图，右边的清单内容相同', undo: '撤销', redo: '重做', cut: '切开', new: '画新网格', whole: '看全区', zoomIn: '放大', zoomOut: '缩小',
      howChoose: '点一个网格，或从右边清单里选。', howMove: '拖拐点移动边界，相邻网格一起动；从边线上拖出新拐点；松手处有别的拐点或边线就接上。', howCut: '画一条穿过所选网格的线，双击结束；Esc 取消。', howNew: '沿边界点击，双击结束；靠近已有边界会自动接上。Esc 取消。',
      moved: '边界已移动', added: '已加拐点', removed: '已去掉拐点', undone: '已撤销', redone: '已重做', cutDone: '{grid} 已切开，新网格编码 {code}', mergeDone: '{other} 已并入 {grid}', newDone: '已画新网格 {code}', textTaken: '已按文字改边界',
      mended: '读入时把 {count} 处几乎重合的拐点接在了一起，保存后生效。',
      list: '网格清单', find: '按名称或编码找', count: '{count} 个网格', corners: '{count} 个拐点', hectares: '{count} 公顷', faulty: '{count} 处问题', none: '还没有网格。按“画新网格”，或从“导入导出”导入。',
      toList: '回清单', code: '编码', area: '面积', neighbours: '相邻网格', takeIn: '并进来', noNeighbours: '没有相接的网格',
      cornersOf: '拐点 {count} 个（经度、纬度）', longitude: '第 {n} 个拐点的经度', latitude: '第 {n} 个拐点的纬度', addAfter: '在第 {n} 个拐点后加一个', remove: '去掉第 {n} 个拐点', sharedWith: '与 {grids} 共用，一起移动', previous: '前一页', next: '后一页',
      cutFrom: '从拐点', cutTo: '切到', cutStart: '切线起点（拐点序号）', cutEnd: '切线终点（拐点序号）', cutHere: '切开', text: '边界的 GeoJSON 文字', takeText: '按文字改', closeText: '不改',
      fault: { title: '边界检查', none: '没有重叠和空缺', count: '{count} 处问题，启用前要改好', crossing: '{grids} 的边界自己交叉', overlap: '{grids} 重叠 {size} 平方米', gap: '{grids} 之间有 {size} 平方米没有网格' },
      refused: {
        crossroads: '这个拐点有几个网格的边界相交，去掉会留空缺。可以移动它。', 'too-few-corners': '网格至少要有三个拐点。', 'ring-falls-apart': '这样会把一个网格夹断。换个位置，或先切开。',
        'line-misses': '这条线没有穿过所选网格。从一侧边界外画到另一侧边界外。', 'line-crosses-often': '这条线进出网格不止一次。画一条只穿过一次的线。', 'line-crosses-hole': '这条线穿过网格中间的空洞。绕开它。', 'line-too-short': '线太短。至少点两处。',
        'no-common-border': '两个网格没有共同边界，不能合并。', 'falls-in-two': '合并后成了不相连的两块，不能合并。', 'touch-in-a-point': '合并后边界在一点自己相碰，不能合并。先移开那个拐点。',
        'not-readable': '读不懂这段文字。应是一个 GeoJSON 多边形，坐标为 [经度, 纬度]。', 'code-taken': '新网格的编码已被使用。',
      },
      follow: { title: '单位和人员要跟着改：', new: '新网格 {code} 还不是单位，也没有网格员', gone: '{code} 已并入 {into}', act: '写进单位和人员的草稿', done: '已写进草稿（{people} 人换了网格）。启用时与“网格”一起启用：', nameEn: 'Grid {code}' },
    },
  },
  en: {
    grids: {
      tools: 'Drawing tools', map: 'Map of grid borders; the list beside it says the same', undo: 'Undo', redo: 'Redo', cut: 'Split', new: 'Draw a grid', whole: 'See all', zoomIn: 'Zoom in', zoomOut: 'Zoom out',
      howChoose: 'Click a grid, or choose one from the list.', howMove: 'Drag a corner to move the border for all who share it; drag from a border for a new corner; let go near another and they join.', howCut: 'Draw a line across the grid, double-click to end it; Esc cancels.', howNew: 'Click along the border, double-click to end; near a border it joins. Esc cancels.',
      moved: 'Border moved', added: 'Corner added', removed: 'Corner removed', undone: 'Undone', redone: 'Done again', cutDone: '{grid} is split; the new grid has the code {code}', mergeDone: '{other} is part of {grid} now', newDone: 'New grid {code}', textTaken: 'The border is as typed',
      mended: '{count} corners that all but coincide were joined when this was read; saving keeps that.',
      list: 'Grids', find: 'Find by name or code', count: '{count} grids', corners: '{count} corners', hectares: '{count} ha', faulty: '{count} faults', none: 'No grids yet. Draw one, or import them under "Files".',
      toList: 'Back to the list', code: 'Code', area: 'Area', neighbours: 'Neighbours', takeIn: 'Take in', noNeighbours: 'Nothing touches it',
      cornersOf: '{count} corners (longitude, latitude)', longitude: 'Longitude of corner {n}', latitude: 'Latitude of corner {n}', addAfter: 'Add a corner after {n}', remove: 'Remove corner {n}', sharedWith: 'Shared with {grids}; they move together', previous: 'Previous', next: 'Next',
      cutFrom: 'Split from corner', cutTo: 'to', cutStart: 'First corner of the cut', cutEnd: 'Last corner of the cut', cutHere: 'Split', text: 'The border as GeoJSON', takeText: 'Take the text', closeText: 'Leave it',
      fault: { title: 'Check of the borders', none: 'No overlaps, nothing left out', count: '{count} faults to mend before it can be activated', crossing: 'The border of {grids} crosses itself', overlap: '{grids} overlap by {size} m²', gap: '{size} m² between {grids} belong to no grid' },
      refused: {
        crossroads: 'Borders of several grids meet in this corner; without it there would be a gap. It can be moved.', 'too-few-corners': 'A grid has at least three corners.', 'ring-falls-apart': 'This would pinch a grid in two. Choose another place, or split it first.',
        'line-misses': 'The line does not cross the chosen grid. Draw from outside one border to outside the other.', 'line-crosses-often': 'The line enters and leaves more than once. Draw one that crosses once.', 'line-crosses-hole': 'The line runs through a hole of the grid. Go round it.', 'line-too-short': 'The line is too short: at least two places.',
        'no-common-border': 'The two have no border in common and cannot become one.', 'falls-in-two': 'Together they would be two pieces.', 'touch-in-a-point': 'Together their border would touch itself in a point. Move that corner away first.',
        'not-readable': 'This cannot be read. It should be one GeoJSON polygon with [longitude, latitude].', 'code-taken': 'The code of the new grid is taken.',
      },
      follow: { title: 'Units and staff have to follow:', new: 'the new grid {code} is no unit and has no worker yet', gone: '{code} is part of {into} now', act: 'Put it into the drafts of units and staff', done: 'It is in the drafts ({people} people changed grids). Activate them together with the grids:', nameEn: 'Grid {code}' },
    },
  },
};
