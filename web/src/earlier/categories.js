/** A category of the directory, in the page's words: its id is the code that people type. */
export function category(item) {
  return {
    code: item.id,
    classZh: item.classZh,
    classEn: item.classEn,
    subclassZh: item.subclassZh,
    subclassEn: item.subclassEn,
    scale: item.scale,
    usualLevel: item.usualLevel,
    retired: item.retired === true,
  };
}
