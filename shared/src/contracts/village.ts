import { z } from "zod";
import { picture, provinceLink } from "./parts";

/** `GET /store/villages/:handle?lang=`; its goods and tours come from the catalog with `village=`. */
export const villagePage = z.object({
  handle: z.string(),
  name: z.string(),
  kind: z.string(),
  craft: z.string(),
  story: z.string(),
  commune: z.string(),
  province: provinceLink,
  /** Place before the reforms, as people still say it. */
  former_place: z.string().nullable(),
  lat: z.number(),
  lng: z.number(),
  picture: picture.nullable(),
  producers: z.array(z.object({ handle: z.string(), name: z.string() })),
});

export type VillagePage = z.infer<typeof villagePage>;
