import { ConnectScreen } from '@/components/connect/connect-screen';

export default function ConnectPage() {
  return <ConnectScreen />;
}
