/** Pictures on their way from the camera on the first page to the form. */
let waiting: File[] = [];

export const cameraHands = {
  give(files: File[]): void {
    waiting = files;
  },
  take(): File[] {
    const taken = waiting;
    waiting = [];
    return taken;
  },
};
