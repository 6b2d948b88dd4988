import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { MedusaContainer } from "@medusajs/framework/types";
import { uploadFilesWorkflow } from "@medusajs/medusa/core-flows";
import { DRAWINGS, type Drawing } from "../facts";
import { batches, graph, mustHave } from "./context";

const MIME_TYPE = "image/svg+xml";
const BATCH = 40;

/** A drawing that was uploaded, as a page needs it. */
export interface Picture extends Pick<Drawing, "width" | "height" | "alt_vi" | "alt_en"> {
  url: string;
}

/** Uploads drawings like a producer's photos, each at most once. */
export class Pictures {
  readonly #container: MedusaContainer;
  readonly #urls = new Map<string, string>();

  private constructor(container: MedusaContainer) {
    this.#container = container;
  }

  /** Knows the drawings that an earlier run has uploaded, by the names of their files. */
  static async open(container: MedusaContainer): Promise<Pictures> {
    const pictures = new Pictures(container);
    const [villages, producers, images] = await Promise.all([
      graph<{ picture_url: string | null }>(container, {
        entity: "village",
        fields: ["picture_url"],
        filters: { is_demo: true },
      }),
      graph<{ picture_url: string | null }>(container, {
        entity: "producer",
        fields: ["picture_url"],
        filters: { is_demo: true },
      }),
      graph<{ url: string }>(container, { entity: "product_image", fields: ["url"] }),
    ]);
    const urls = [...villages, ...producers].map(({ picture_url }) => picture_url);
    for (const url of [...urls, ...images.map(({ url }) => url)]) {
      // The file module puts its own mark before the name: 1763768000000-coffee-mill.svg
      const id = /(?:^|[-/])\d+-([a-z0-9-]+)\.svg$/.exec(url ?? "")?.[1];
      if (url && id && DRAWINGS.has(id)) pictures.#urls.set(id, url);
    }
    return pictures;
  }

  /** The pictures of these drawings; uploads those that nobody has uploaded. */
  async take(ids: readonly string[]): Promise<Map<string, Picture>> {
    const missing = [...new Set(ids)].filter((id) => !this.#urls.has(id));
    for (const batch of batches(missing, BATCH)) {
      const files = await Promise.all(
        batch.map(async (id) => ({
          filename: `${id}.svg`,
          mimeType: MIME_TYPE,
          content: await readFile(fileOf(mustHave(DRAWINGS, id)), "base64"),
          access: "public" as const,
        })),
      );
      const { result } = await uploadFilesWorkflow(this.#container).run({ input: { files } });
      for (const [index, id] of batch.entries()) {
        const url = result[index]?.url;
        if (!url) throw new Error(`The drawing ${id} was not uploaded.`);
        this.#urls.set(id, url);
      }
    }
    return new Map(
      ids.map((id) => {
        const { width, height, alt_vi, alt_en } = mustHave(DRAWINGS, id);
        return [id, { url: mustHave(this.#urls, id), width, height, alt_vi, alt_en }];
      }),
    );
  }
}

/** A build holds no drawings, so the source folder is looked for from the working folder too. */
function fileOf(drawing: Drawing): string {
  const folders = [
    path.resolve(__dirname, "../../../data/pictures"),
    path.resolve("src/data/pictures"),
    path.resolve("../../src/data/pictures"),
  ];
  const folder = folders.find((candidate) => existsSync(candidate));
  if (!folder) throw new Error("Run the seed in the folder backend: its drawings are there.");
  return path.join(folder, drawing.file);
}
