import { address } from '@/components/road/addresses';
import { LinkButton } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';

export function NothingHere() {
  return (
    <>
      <PageHead title="There is nothing at this address" lead="It was mistyped, or what it led to is gone." />
      <div>
        <LinkButton look="primary" href={address.start()}>
          To the beginning
        </LinkButton>
      </div>
    </>
  );
}
