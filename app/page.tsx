import { StartScreen } from '@/components/home/start-screen';

export default function StartPage() {
  return <StartScreen />;
}
