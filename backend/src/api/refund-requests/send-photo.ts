import type { MedusaResponse } from "@medusajs/framework/http";
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";

/**
 * Answers with a stored photo. Whoever asks has been let in before; no shared cache keeps it, and no
 * browser takes it for anything but a picture.
 */
export async function sendPhoto(
  container: MedusaContainer,
  res: MedusaResponse,
  file_id: string,
): Promise<void> {
  const bytes = await container.resolve(Modules.FILE).getAsBuffer(file_id);
  res.setHeader("Content-Type", "image/jpeg");
  res.setHeader("Cache-Control", "private, no-store");
  res.setHeader("Content-Disposition", "inline");
  res.setHeader("X-Content-Type-Options", "nosniff");
  res.setHeader("Content-Security-Policy", "default-src 'none'");
  res.send(bytes);
}
