import type { ReactNode } from "react";
import { usePhrases } from "~/language/phrases";
import { takesFocus } from "~/lib/focus";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { type AccountAnswer, type AccountField, PASSWORD_MAX } from "./account-form";

export type AccountShellProps = {
  title: string;
  lead: string;
  /** Good news of the step before, such as a changed password. */
  news?: string | null | undefined;
  children: ReactNode;
};

/** The frame of the account's small pages: one column, one form. */
export function AccountShell({ title, lead, news, children }: AccountShellProps) {
  return (
    <div className="wrap pt-8">
      <div className="narrow">
        <h1 className="t-page">{title}</h1>
        {news ? (
          <Notice role="status" icon="check" className="mt-4">
            {news}
          </Notice>
        ) : null}
        <p className="lead mt-4">{lead}</p>
        {children}
      </div>
    </div>
  );
}

export type AccountFormProps = {
  /** Address that the form is sent to. */
  action: string;
  fields: readonly AccountField[];
  answer: AccountAnswer | undefined;
  button: string;
  /** True where a password is chosen, not remembered. */
  isNewPassword?: boolean;
  /** Hidden values. */
  children?: ReactNode;
};

/** The form itself; the first fault takes the focus. */
export function AccountForm(props: AccountFormProps) {
  const { action, fields, answer, button, isNewPassword = false, children } = props;
  const firstFault = fields.find((field) => answer?.faults[field]);
  return (
    <form method="post" action={action} noValidate className="mt-6 grid gap-5">
      {answer?.refusal ? (
        <div tabIndex={-1} {...takesFocus()}>
          <Notice role="alert" icon="warn">
            {answer.refusal}
          </Notice>
        </div>
      ) : null}
      {fields.map((field) => (
        <AccountInput
          key={field}
          field={field}
          answer={answer}
          isNewPassword={isNewPassword}
          isFirstFault={field === firstFault}
        />
      ))}
      {children}
      <Button>{button}</Button>
    </form>
  );
}

function AccountInput(facts: {
  field: AccountField;
  answer: AccountAnswer | undefined;
  isNewPassword: boolean;
  isFirstFault: boolean;
}) {
  const { field, answer, isNewPassword, isFirstFault } = facts;
  const { account } = usePhrases();
  const wiring = {
    id: field,
    name: field,
    error: answer?.faults[field],
    ...takesFocus(isFirstFault),
  };
  if (field === "password") {
    return (
      <TextField
        {...wiring}
        label={isNewPassword ? account.newPassword : account.password}
        hint={isNewPassword ? account.passwordHint : undefined}
        type="password"
        autoComplete={isNewPassword ? "new-password" : "current-password"}
        maxLength={PASSWORD_MAX}
      />
    );
  }
  return (
    <TextField
      {...wiring}
      label={field === "email" ? account.email : account.fullName}
      type={field === "email" ? "email" : "text"}
      autoComplete={field === "email" ? "username" : "name"}
      maxLength={field === "email" ? 254 : 100}
      defaultValue={answer?.values[field]}
    />
  );
}
