/** Why the camera gives nothing; a page puts it into words. */
export type CameraFault = "refused" | "missing" | "busy" | "insecure" | "failed";

/** Reads one picture of the camera: what a QR code in it says, or null. */
type Reader = (video: HTMLVideoElement) => Promise<string | null>;

/** How long to rest between two looks, in milliseconds: a cheap phone must stay responsive. */
const REST_MS = 120;
/** Longer side of the picture that jsQR looks at, in pixels; enough for a ticket at arm's length. */
const LOOK_PIXELS = 640;

/** The browser's own reader, which TypeScript does not know yet. */
interface BarcodeDetectorClass {
  new (options: {
    formats: string[];
  }): {
    detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
  };
  getSupportedFormats(): Promise<string[]>;
}

/** What went wrong with the camera, by the name that the browser gives to it. */
export function cameraFault(error: unknown): CameraFault {
  const name = error instanceof Error ? error.name : "";
  if (name === "InsecureContextError") return "insecure";
  if (name === "NotAllowedError" || name === "SecurityError") return "refused";
  if (name === "NotFoundError" || name === "OverconstrainedError") return "missing";
  return name === "NotReadableError" || name === "AbortError" ? "busy" : "failed";
}

/**
 * Shows the camera in the video and looks until it sees a QR code; null when it was ended before.
 * The camera is off again when the promise settles.
 *
 * @throws what the browser says when the camera cannot be opened; see `cameraFault`
 */
export async function scanTicket(
  video: HTMLVideoElement,
  { signal, onReady }: { signal: AbortSignal; onReady: () => void },
): Promise<string | null> {
  const stream = await openCamera();
  const close = () => {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
  try {
    if (signal.aborted) return null;
    video.srcObject = stream;
    const [read] = await Promise.all([nativeReader(), video.play()]);
    onReady();
    return await look(video, { signal, read: read ?? (await drawnReader()) });
  } finally {
    close();
  }
}

async function look(
  video: HTMLVideoElement,
  facts: { signal: AbortSignal; read: Reader },
): Promise<string | null> {
  let { read } = facts;
  while (!facts.signal.aborted) {
    try {
      const text = await read(video);
      if (text) return facts.signal.aborted ? null : text;
    } catch (error) {
      // Some browsers name a reader that they do not have; ours takes over then.
      console.warn("The browser's own reader of QR codes failed.", error);
      read = await drawnReader();
    }
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
  }
  return null;
}

/** Browsers offer the camera on https and on localhost only. */
async function openCamera(): Promise<MediaStream> {
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (!devices?.getUserMedia) {
    throw Object.assign(new Error("No camera on this address."), { name: "InsecureContextError" });
  }
  return devices.getUserMedia({
    audio: false,
    video: { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } },
  });
}

/** The browser's own reader where it has one for QR codes. */
async function nativeReader(): Promise<Reader | null> {
  const own = (globalThis as { BarcodeDetector?: BarcodeDetectorClass }).BarcodeDetector;
  if (!own) return null;
  const formats = await own.getSupportedFormats().catch((): string[] => []);
  if (!formats.includes("qr_code")) return null;
  const detector = new own({ formats: ["qr_code"] });
  return async (video) => (await detector.detect(video))[0]?.rawValue || null;
}

/** jsQR on a drawn copy of the picture; fetched only now, since few phones need it. */
async function drawnReader(): Promise<Reader> {
  const { default: readCode } = await import("jsqr");
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("This browser draws no pictures.");
  return async (video) => {
    const { videoWidth, videoHeight } = video;
    if (videoWidth === 0 || videoHeight === 0) return null;
    const scale = Math.min(1, LOOK_PIXELS / Math.max(videoWidth, videoHeight));
    canvas.width = Math.round(videoWidth * scale);
    canvas.height = Math.round(videoHeight * scale);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    return readCode(data, width, height, { inversionAttempts: "dontInvert" })?.data || null;
  };
}
