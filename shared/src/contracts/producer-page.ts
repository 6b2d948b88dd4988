import { z } from "zod";
import { publicCertificate } from "./certification";
import { picture, provinceLink } from "./parts";

/** Who makes a thing, as its page and the maker's own say it. */
export const maker = z.object({
  handle: z.string(),
  name: z.string(),
  legal_form: z.string(),
  story: z.string(),
  registration_number: z.string().nullable(),
  address: z.string(),
  phone: z.string().nullable(),
  picture: picture.nullable(),
  /** False while suspended or closed today: nothing can be bought. */
  is_open: z.boolean(),
});

/** `GET /store/producers/:handle?lang=`; its goods come from the catalog with `producer=`. */
export const producerPage = maker.extend({
  province: provinceLink,
  village: z.object({ handle: z.string(), name: z.string() }).nullable(),
  certificates: z.array(publicCertificate),
});

export type Maker = z.infer<typeof maker>;
export type ProducerPage = z.infer<typeof producerPage>;
