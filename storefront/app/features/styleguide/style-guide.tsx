import type { ReactNode } from "react";
import { Breadcrumb } from "~/ui/breadcrumb";
import { Button, ButtonLink } from "~/ui/button";
import { Card } from "~/ui/card";
import { Chip, Tag } from "~/ui/chip";
import { CheckRow, RadioCard } from "~/ui/choice";
import { DateLeaf } from "~/ui/date-leaf";
import { Dialog, DialogOpener } from "~/ui/dialog";
import { EmptyState } from "~/ui/empty-state";
import { SelectField, TextArea, TextField } from "~/ui/field";
import { ICON_NAMES, Icon } from "~/ui/icon";
import { Notice } from "~/ui/notice";
import { Pagination } from "~/ui/pagination";
import { Price } from "~/ui/price";
import { Ruler } from "~/ui/ruler";
import { Seal } from "~/ui/seal";
import { SectionHead } from "~/ui/section-head";
import { Stamp } from "~/ui/stamp";
import { Stars } from "~/ui/stars";
import { Stepper } from "~/ui/stepper";
import { SAMPLE_HITS } from "./samples";

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-12">
      <SectionHead title={title} />
      <div className="mt-5 flex flex-wrap items-start gap-4">{children}</div>
    </section>
  );
}

/** Every component of ui/ in its states, to be looked at in both schemes and at 360 px. */
export function StyleGuide() {
  return (
    <div className="wrap pt-8">
      <h1 className="t-page">Ễ Ự Ặ Ỗ Mẫu chữ</h1>
      <Letters />
      <Deeds />
      <Fields />
      <Certificates />
      <Goods />
    </div>
  );
}

function Letters() {
  return (
    <Part title="Chữ">
      <p className="t-home basis-full">Phiên chợ tháng Mười Một</p>
      <p className="t-section basis-full">Đường đi của lô</p>
      <p className="t-sub basis-full">Ủ chượp mười hai tháng</p>
      <p className="lead basis-full">Cá cơm than đánh đêm, trộn muối ngay trên ghe.</p>
      <p className="small quiet basis-full">Đối chiếu hôm nay, 21.11.2026</p>
      <Price amount={1_167_000} />
      <DateLeaf date="2026-11-28" />
      <DateLeaf date="2026-12-06" className="leaf-spent" />
      <a className="link tap" href="#letters">
        Một đường dẫn
      </a>
      <p className="flex flex-wrap gap-3">
        {ICON_NAMES.map((name) => (
          <Icon key={name} name={name} />
        ))}
      </p>
    </Part>
  );
}

function Deeds() {
  return (
    <Part title="Việc">
      <Button type="button">Thêm vào giỏ</Button>
      <Button type="button" look="outline">
        In phiếu gửi
      </Button>
      <Button type="button" look="plain">
        Bỏ hết
      </Button>
      <Button type="button" disabled>
        Hết hàng
      </Button>
      <ButtonLink href="#deeds">Xem sản vật</ButtonLink>
      <DialogOpener opens="sample-dialog" className="btn btn-outline">
        <Icon name="filter" /> Lọc (2)
      </DialogOpener>
      <Dialog id="sample-dialog" title="Lọc sản vật">
        <CheckRow label="Đồng bằng sông Cửu Long" note={27} name="region" />
      </Dialog>
      <Chip label="Còn hàng" href="#deeds" spoken="Bỏ lọc: Còn hàng" />
      <Tag label="Giao lạnh" />
      <Stepper
        name="quantity"
        label="Số lượng"
        lessLabel="Bớt"
        moreLabel="Thêm"
        defaultValue={2}
        max={9}
      />
      <Breadcrumb
        crumbs={[
          { label: "Sản vật", href: "#" },
          { label: "Gia vị", href: "#g" },
          { label: "Nước mắm" },
        ]}
      />
      <Pagination page={6} pages={12} hrefOf={(page) => `#${page}`} />
    </Part>
  );
}

function Fields() {
  return (
    <Part title="Ô nhập">
      <TextField
        className="w-72"
        label="Họ và tên"
        name="full_name"
        defaultValue="Nguyễn Thị Hường"
      />
      <TextField
        className="w-72"
        label="Điện thoại"
        name="phone"
        hint="Người giao sẽ gọi số này."
        error="Số còn thiếu một chữ số. Ví dụ 0912 345 678."
        defaultValue="0912 345 67"
      />
      <SelectField className="w-72" label="Tỉnh, thành phố" name="province">
        <option>Hà Nội</option>
        <option>Cần Thơ</option>
      </SelectField>
      <TextArea className="w-72" label="Lời nhắn" name="note" />
      <fieldset className="grid w-80 gap-2">
        <legend className="legend">Trả tiền</legend>
        <RadioCard
          name="payment"
          label="Trả khi nhận"
          note="Thu ba lần, vì hàng đi ba gói"
          defaultChecked
        />
        <RadioCard name="payment" label="Thẻ quốc tế" note="Chưa mở" disabled />
      </fieldset>
      <Notice>Chứng nhận còn 62 ngày. Hồ sơ thiếu hai giấy.</Notice>
      <Notice tone="calm" icon="truck">
        Hàng đi ba gói từ ba nơi.
      </Notice>
    </Part>
  );
}

function Certificates() {
  return (
    <Part title="Chứng nhận">
      <Stars stars={4} />
      <Stamp stars={4} />
      <Seal stars={5} state="in_force" monthsLeft={36} />
      <Seal stars={4} state="in_force" monthsLeft={22} />
      <Seal stars={3} state="expiring" monthsLeft={2} />
      <Seal stars={4} state="expired" monthsLeft={0} />
      <Seal stars={4} state="revoked" monthsLeft={0} />
      <div className="w-full max-w-lg">
        <Ruler decidedOn="2025-10-14" expiresOn="2028-10-14" monthsLeft={22} />
        <Ruler decidedOn="2026-11-20" expiresOn="2029-11-20" monthsLeft={36} />
        <Ruler decidedOn="2024-01-02" expiresOn="2027-01-02" monthsLeft={2} />
        <Ruler decidedOn="2023-06-30" expiresOn="2026-06-30" monthsLeft={0} />
      </div>
    </Part>
  );
}

function Goods() {
  return (
    <Part title="Thẻ hàng">
      <div className="grid w-full grid-cols-2 gap-4 md:grid-cols-4">
        {SAMPLE_HITS.map((hit) => (
          <Card key={hit.id} hit={hit} />
        ))}
      </div>
      <EmptyState title="Chưa có món nào">
        <p>Bỏ bớt một điều kiện lọc, hoặc tìm bằng một từ khác.</p>
        <ButtonLink href="#goods">Bỏ hết điều kiện</ButtonLink>
      </EmptyState>
    </Part>
  );
}
