import { StorageScreen } from '@/components/storage/storage-screen';

export default function StoragePage() {
  return <StorageScreen />;
}
