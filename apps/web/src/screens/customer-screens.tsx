/** The pages of a company and a contact, with the values that every record shows. */
import { useRecord } from '../data/data-context.ts';
import { CompanyPage } from '../features/people/company-page.tsx';
import { ContactPage } from '../features/people/contact-page.tsx';
import { RecordFields } from '../features/record/record-fields.tsx';
import { RecordTitle } from '../features/record/record-title.tsx';

export function CompanyScreen({ id }: { readonly id: string }) {
  return <CompanyPage key={id} id={id} {...useParts('company', id)} />;
}

export function ContactScreen({ id }: { readonly id: string }) {
  return <ContactPage key={id} id={id} {...useParts('contact', id)} />;
}

function useParts(entity: 'company' | 'contact', id: string) {
  const values = useRecord(entity, id);
  if (values === undefined) return { title: null, fields: null };
  return {
    title: <RecordTitle entity={entity} id={id} values={values} />,
    fields: <RecordFields entity={entity} id={id} values={values} />,
  };
}
