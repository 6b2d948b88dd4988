import { z } from "zod";
import { publicCertificate } from "./certification";
import { picture, provinceLink } from "./parts";

/** `GET /store/producers/:handle?lang=`; its goods come from the catalog with `producer=`. */
export const producerPage = z.object({
  handle: z.string(),
  name: z.string(),
  legal_form: z.string(),
  story: z.string(),
  registration_number: z.string().nullable(),
  address: z.string(),
  phone: z.string().nullable(),
  picture: picture.nullable(),
  province: provinceLink,
  village: z.object({ handle: z.string(), name: z.string() }).nullable(),
  is_open: z.boolean(),
  certificates: z.array(publicCertificate),
});

export type ProducerPage = z.infer<typeof producerPage>;
