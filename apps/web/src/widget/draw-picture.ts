/** Pictures as they are sent: drawn anew, so that nothing of a file but what is seen on it comes along. */

/** Pixels of the longer side. */
const MOST_PIXELS = 1600;
/** In bytes, as the portal takes them. */
const MOST_BYTES = 2_000_000;

export function canTakeScreen(): boolean {
  return typeof navigator.mediaDevices?.getDisplayMedia === 'function';
}

/** One frame of what the person chooses in the browser's own dialog; fails when they choose nothing. */
export async function takeScreen(canvas: HTMLCanvasElement): Promise<void> {
  const wanted = { video: true, preferCurrentTab: true };
  const stream = await navigator.mediaDevices.getDisplayMedia(wanted);
  try {
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = stream;
    await video.play();
    draw(canvas, video, [video.videoWidth, video.videoHeight]);
  } finally {
    for (const track of stream.getTracks()) track.stop();
  }
}

export async function drawFile(canvas: HTMLCanvasElement, file: Blob): Promise<void> {
  const picture = await createImageBitmap(file);
  draw(canvas, picture, [picture.width, picture.height]);
  picture.close();
}

function draw(
  canvas: HTMLCanvasElement,
  source: CanvasImageSource,
  [width, height]: readonly [number, number],
): void {
  const scale = Math.min(1, MOST_PIXELS / Math.max(width, height));
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(source, 0, 0, canvas.width, canvas.height);
}

/** JPEG in base64, in the best quality that the portal takes. */
export function encodePicture(canvas: HTMLCanvasElement): string {
  for (const quality of [0.85, 0.6, 0.3]) {
    const encoded = canvas.toDataURL('image/jpeg', quality).split(',')[1] ?? '';
    if (encoded.length * 0.75 <= MOST_BYTES) return encoded;
  }
  return '';
}
