import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { readPicture } from "./picture";

/** A photo with a blue left half, as a telephone takes it: with a place, an owner and a turn. */
async function aPhoto(wishes: { width?: number; height?: number; orientation?: number } = {}) {
  const { width = 60, height = 40, orientation = 1 } = wishes;
  const half = { width: width / 2, height, channels: 3 as const, background: "#0000ff" };
  const blue = await sharp({ create: half }).png().toBuffer();
  return sharp({ create: { ...half, width, background: "#ffffff" } })
    .composite([{ input: blue, left: 0, top: 0 }])
    .withExif({
      IFD0: { Make: "Dien thoai cua Mai", Copyright: "Nguyen Thi Mai" },
      IFD3: { GPSLatitude: "12/1 40/1 0/1", GPSLatitudeRef: "N" },
    })
    .withMetadata({ orientation });
}

const codeOf = (bytes: Buffer) =>
  readPicture(bytes).then(
    () => "",
    ({ code }: { code: string }) => code,
  );

describe("A photo", () => {
  it("is stored without place, owner and camera, upright", async () => {
    const taken = await (await aPhoto({ orientation: 6 })).jpeg().toBuffer();
    expect((await sharp(taken).metadata()).exif?.includes("Dien thoai")).toBe(true);
    const { bytes, width, height } = await readPicture(taken);
    const stored = await sharp(bytes).metadata();
    expect(stored).toMatchObject({ format: "jpeg", width: 40, height: 60 });
    expect([width, height]).toEqual([40, 60]);
    expect([stored.exif, stored.icc, stored.xmp, stored.iptc, stored.orientation]).toEqual(
      Array(5).fill(undefined),
    );
    expect(bytes.includes("Mai")).toBe(false);
    // Turned by a quarter, the blue left half is the upper one.
    const { data } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
    expect(data[0] as number).toBeLessThan(60);
    expect(data[data.length - 3] as number).toBeGreaterThan(200);
  });

  it("is made smaller, and never larger", async () => {
    const large = await (await aPhoto({ width: 3200, height: 1000 })).jpeg().toBuffer();
    expect(await readPicture(large)).toMatchObject({ width: 1600, height: 500 });
    const small = await (await aPhoto()).webp().toBuffer();
    expect(await readPicture(small)).toMatchObject({ width: 60, height: 40 });
  });

  it("may be a PNG with holes, which become white", async () => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const create = { width: 8, height: 8, channels: 4 as const, background: clear };
    const { bytes } = await readPicture(await sharp({ create }).png().toBuffer());
    const pixels = await sharp(bytes).raw().toBuffer();
    expect(Math.min(...pixels)).toBeGreaterThan(250);
  });

  it("is refused when it is none, cut off, of another kind, or too large to open", async () => {
    const photo = await (await aPhoto({ width: 600, height: 400 })).jpeg().toBuffer();
    expect(await codeOf(Buffer.from("not a photo"))).toBe("photo_format");
    expect(await codeOf(Buffer.alloc(0))).toBe("photo_format");
    expect(await codeOf(photo.subarray(0, Math.floor(photo.length / 2)))).toBe("photo_format");
    expect(await codeOf(await (await aPhoto()).gif().toBuffer())).toBe("photo_format");
    expect(await codeOf(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"))).toBe(
      "photo_format",
    );
    const bomb = { width: 10_000, height: 6_000, channels: 3 as const, background: "#000" };
    const png = await sharp({ create: bomb, limitInputPixels: false }).png().toBuffer();
    expect(png.length).toBeLessThan(1_000_000);
    expect(await codeOf(png)).toBe("photo_format");
  });
});
