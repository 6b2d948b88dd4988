import { formatInstant } from "@cho-lang/shared/calendar";
import type { EmptyQueries } from "@cho-lang/shared/contracts/operator-search";
import { Label, Select, Table, Text } from "@medusajs/ui";
import { useId, useState } from "react";
import { useLanguage, useSay } from "../lib/language";
import { formatCount } from "../lib/numbers";
import { PERIODS, searchPhrases } from "../lib/search-phrases";
import { useAnswer } from "../lib/use-answer";
import { Section } from "./facts";
import { RowPages } from "./row-pages";

const COLUMNS = [searchPhrases.text, searchPhrases.times, searchPhrases.lastAt];

/** The texts that shoppers typed most without finding anything; each leads to the shop's answer. */
export function EmptyQuerySection() {
  const say = useSay();
  const language = useLanguage();
  const [days, setDays] = useState("30");
  const [offset, setOffset] = useState(0);
  const { data, isError } = useAnswer<EmptyQueries>(
    `/catalog/empty-queries?days=${days}&offset=${offset}`,
  );
  return (
    <Section
      title={say(searchPhrases.emptyQueries)}
      actions={
        <Period
          days={days}
          choose={(chosen) => {
            setDays(chosen);
            setOffset(0);
          }}
        />
      }
    >
      <Text size="small" className="text-ui-fg-subtle px-6 py-3">
        {say(searchPhrases.emptyHint)}
      </Text>
      <RowPages
        label={searchPhrases.emptyQueries}
        columns={COLUMNS}
        rows={(data?.empty_queries ?? []).map((row) => (
          <Table.Row key={row.text}>
            <Table.Cell className="min-w-40 break-words py-2">
              <ShopLink url={data?.shop_url ?? ""} text={row.text} />
            </Table.Cell>
            <Table.Cell>{formatCount(row.times, language)}</Table.Cell>
            <Table.Cell className="whitespace-nowrap">
              {formatInstant(new Date(row.last_at), language)}
            </Table.Cell>
          </Table.Row>
        ))}
        nothing={searchPhrases.noEmpty}
        answer={data}
        failed={isError}
        setOffset={setOffset}
      />
    </Section>
  );
}

function Period({ days, choose }: { days: string; choose: (days: string) => void }) {
  const say = useSay();
  const id = useId();
  return (
    <>
      <Label htmlFor={id} size="xsmall">
        {say(searchPhrases.period)}
      </Label>
      <Select size="small" value={days} onValueChange={choose}>
        <Select.Trigger id={id} className="w-28">
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          {PERIODS.map((period) => (
            <Select.Item key={period.days} value={String(period.days)}>
              {say(period.label)}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </>
  );
}

function ShopLink({ url, text }: { url: string; text: string }) {
  const say = useSay();
  return (
    <a
      href={`${url}?${new URLSearchParams({ q: text })}`}
      target="_blank"
      rel="noreferrer"
      className="text-ui-fg-interactive"
    >
      {text}
      <span className="sr-only"> ({say(searchPhrases.openShop)})</span>
    </a>
  );
}
