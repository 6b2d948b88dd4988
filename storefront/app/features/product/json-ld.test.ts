import type { PublicCertificate } from "@cho-lang/shared/contracts/certification";
import type { CatalogDetail } from "@cho-lang/shared/contracts/product";
import { describe, expect, it } from "vitest";
import { productJsonLd, scriptText } from "./json-ld";

const aCertificate = (facts: Partial<PublicCertificate> = {}): PublicCertificate => ({
  id: "cert_1",
  product: { handle: "nuoc-mam", title: "Nước mắm", kind: "product" },
  producer: { handle: "ham-son", name: "Hàm Sơn" },
  stars: 4,
  decision_number: "MẪU-0412/QĐ-UBND",
  decided_on: "2025-10-14",
  expires_on: "2028-10-14",
  issuer: "Ủy ban nhân dân tỉnh An Giang",
  state: "in_force",
  months_left: 23,
  revoked_on: null,
  revoked_reason: null,
  is_demo: true,
  ...facts,
});

const aDetail = (facts: Partial<CatalogDetail> = {}): CatalogDetail => ({
  id: "prod_1",
  kind: "product",
  handle: "nuoc-mam",
  title: "Nước mắm",
  story: "Cá cơm và muối.",
  group: "food",
  subgroup: "condiment-liquid",
  stars: 4,
  variants: [
    {
      id: "variant_1",
      title: "Chai",
      price_vnd: 145_000,
      unit: "chai 520 ml",
      unit_price: null,
      stock: 3,
    },
  ],
  pictures: [
    { url: "http://localhost:9000/static/1-jar.svg", width: 400, height: 480, alt: "Chum" },
  ],
  weight_grams: 1100,
  handling: [],
  marks: [],
  season_months: null,
  duration_hours: null,
  offering: null,
  certificates: [aCertificate()],
  producer: {
    handle: "ham-son",
    name: "Hàm Sơn",
    legal_form: "household",
    story: "",
    registration_number: null,
    address: "Phú Quốc, An Giang",
    phone: null,
    picture: null,
    product_count: 1,
    is_open: true,
  },
  village: null,
  province: { code: "91", slug: "an-giang", name: "An Giang" },
  ...facts,
});

const page = { origin: "https://cho.example", path: "/products/nuoc-mam" };

describe("what machines read of a product", () => {
  it("is its price in đồng, its picture on our own address and its certificate", () => {
    expect(productJsonLd({ detail: aDetail(), ...page })).toMatchObject({
      "@type": "Product",
      url: "https://cho.example/products/nuoc-mam",
      image: ["https://cho.example/static/1-jar.svg"],
      offers: [
        { price: 145_000, priceCurrency: "VND", availability: "https://schema.org/InStock" },
      ],
      hasCertification: [
        {
          certificationIdentification: "MẪU-0412/QĐ-UBND",
          certificationStatus: "https://schema.org/CertificationActive",
          certificationRating: { ratingValue: 4 },
        },
      ],
    });
  });

  it.each(["expired", "revoked"] as const)("calls an %s certificate inactive", (state) => {
    const detail = aDetail({ certificates: [aCertificate({ state })] });
    expect(productJsonLd({ detail, ...page })).toMatchObject({
      hasCertification: [{ certificationStatus: "https://schema.org/CertificationInactive" }],
    });
  });

  it("offers nothing while the maker is closed", () => {
    const { producer } = aDetail();
    const detail = aDetail({ producer: { ...producer, is_open: false } });
    expect(productJsonLd({ detail, ...page })).toMatchObject({
      offers: [{ availability: "https://schema.org/OutOfStock" }],
    });
  });

  it("can't end the script that it stands in", () => {
    expect(scriptText({ name: "</script><b>" })).not.toContain("<");
  });
});
