import { formatVnd } from "@cho-lang/shared/money";
import { askedSum, type SumFacts } from "../features/refund-request/asking";

/** Photos above this many bytes are made smaller before they are sent. */
const LARGE_BYTES = 2 * 1024 * 1024;
/** Longest side of a photo that was made smaller, in pixels: what the backend keeps of it. */
const LONGEST_SIDE = 1600;
const JPEG_QUALITY = 0.85;
const TAKEN = /^image\/(jpeg|png|webp)$/;

type Sums = Omit<SumFacts, "lines"> & { lines: (SumFacts["lines"][number] & { id: string })[] };

/**
 * `form[data-refund]`: shows the sum that is asked for, collects photos over several presses and
 * makes large ones smaller, and sends the form once.
 */
export function init(root: ParentNode): void {
  const form = root.querySelector<HTMLFormElement>("form[data-refund]");
  if (!form) return;
  showSum(form);
  sendOnce(form, takePhotos(form));
}

function showSum(form: HTMLFormElement) {
  const place = form.querySelector("[data-asked]");
  if (!place) return;
  const sums = JSON.parse(form.dataset.refund ?? "") as Sums;
  const language = document.documentElement.lang === "en" ? "en" : "vi";
  const show = () => {
    const filled = new FormData(form);
    const ticked = filled.getAll("line");
    const lines = sums.lines.map((line) => {
      const most = line.quantity;
      const typed = Math.floor(Number(filled.get(`quantity.${line.id}`) ?? 1)) || 0;
      const chosen = ticked.includes(line.id) ? Math.min(Math.max(typed, 0), most) : 0;
      return { ...line, chosen };
    });
    const reason = String(filled.get("reason") ?? "");
    const sum = askedSum({ ...sums, lines }, reason);
    const words = formatVnd(sum, language);
    // Only a change is read aloud.
    if (place.textContent !== words) place.textContent = words;
    const isOpen = sums.is_whole ? sums.by_rules_vnd !== null && reason === "" : sum === 0;
    place.parentElement?.toggleAttribute("hidden", isOpen);
  };
  form.addEventListener("change", show);
  // Coming back with the browser's arrow fills the fields after the page has opened.
  window.addEventListener("pageshow", show);
  show();
}

/** Gives what the form has to wait for before it is sent. */
function takePhotos(form: HTMLFormElement): () => Promise<void> {
  let work = Promise.resolve();
  const input = form.querySelector<HTMLInputElement>("input[type=file]");
  const list = form.querySelector<HTMLElement>("[data-photos]");
  const news = form.querySelector<HTMLElement>("[data-photo-news]");
  if (!input || !list || !news || !canSetFiles()) return () => work;
  input.parentElement?.setAttribute("data-ready", "");
  let photos: { file: File; item: HTMLElement }[] = [];

  const settle = () => {
    const holder = new DataTransfer();
    for (const { file } of photos) holder.items.add(file);
    input.files = holder.files;
    list.replaceChildren(...photos.map(({ item }) => item));
  };
  const add = async (chosen: File[]) => {
    const kept = form.querySelectorAll("input[name=photo]:checked").length;
    const room = Math.max(Number(list.dataset.photos) - kept - photos.length, 0);
    news.textContent = list.dataset.preparing ?? "";
    // One at a time: a phone has little memory.
    for (const each of chosen.slice(0, room)) {
      const file = await shrink(each);
      const item = itemOf(file, list.dataset, () => {
        photos = photos.filter((photo) => photo.item !== item);
        settle();
        input.focus();
      });
      photos.push({ file, item });
    }
    settle();
    news.textContent = chosen.length > room ? (list.dataset.many ?? "") : "";
  };
  input.addEventListener("change", () => {
    const chosen = [...(input.files ?? [])];
    work = work.then(() => add(chosen));
  });
  return () => work;
}

/** Old browsers can't put files into a field: theirs are sent as they were chosen. */
function canSetFiles(): boolean {
  try {
    return new DataTransfer().files.length === 0;
  } catch {
    return false;
  }
}

function itemOf(file: File, words: DOMStringMap, drop: () => void): HTMLElement {
  const item = document.createElement("li");
  const picture = document.createElement("img");
  picture.src = URL.createObjectURL(file);
  picture.alt = file.name;
  picture.width = picture.height = 96;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "link tap small";
  button.textContent = words.drop ?? "";
  button.addEventListener("click", () => {
    URL.revokeObjectURL(picture.src);
    drop();
  });
  item.append(picture, button);
  return item;
}

/** The photo as a JPEG of fewer pixels; as it is when it is small, or when the browser can't. */
async function shrink(file: File): Promise<File> {
  const isTaken = TAKEN.test(file.type);
  if (isTaken && file.size <= LARGE_BYTES) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, "image/jpeg", JPEG_QUALITY);
    });
    if (!blob || (isTaken && blob.size >= file.size)) return file;
    return new File([blob], `${file.name.replace(/\.\w+$/, "")}.jpg`, { type: "image/jpeg" });
  } catch {
    // The backend says what it can't read.
    return file;
  }
}

/** One press sends it once, after its photos are ready. */
function sendOnce(form: HTMLFormElement, ready: () => Promise<void>) {
  const button = form.querySelector<HTMLButtonElement>("[data-send]");
  if (!button) return;
  const words = button.textContent;
  let isSending = false;
  let isReady = false;
  form.addEventListener("submit", (event) => {
    if (isReady) return;
    event.preventDefault();
    if (isSending) return;
    isSending = true;
    button.setAttribute("aria-disabled", "true");
    button.textContent = form.dataset.sending ?? words;
    const send = () => {
      isReady = true;
      form.requestSubmit(button);
      isReady = false;
    };
    // While this event is on its way the form passes over a second one: a task later it takes it.
    ready().then(() => window.setTimeout(send));
  });
  window.addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    isSending = false;
    button.removeAttribute("aria-disabled");
    button.textContent = words;
  });
}
