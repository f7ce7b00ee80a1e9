import '../../../i18n/enSignIn';
import { useSay } from '../../../i18n/Texts';
import { Field } from '../../../ui/Field/Field';

interface CredentialsProps {
  email: string;
  password: string;
  /** Whether the first field has the focus at once. */
  autoFocus?: boolean;
  onEmail: (email: string) => void;
  onPassword: (password: string) => void;
}

/** By what somebody signs in, named so that password managers know it. */
export function Credentials(props: CredentialsProps) {
  const { email, password, autoFocus = false, onEmail, onPassword } = props;
  const say = useSay();
  return (
    <>
      <Field
        label={say('signin.email')}
        type="email"
        name="email"
        autoComplete="username"
        autoFocus={autoFocus}
        required
        value={email}
        onChange={(event) => onEmail(event.target.value)}
      />
      <Field
        label={say('signin.password')}
        type="password"
        name="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => onPassword(event.target.value)}
      />
    </>
  );
}
