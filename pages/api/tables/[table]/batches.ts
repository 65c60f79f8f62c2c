import { passBatches } from '@/lib/gateway/batches';
import { nodeRoute } from '@/lib/gateway/node-route';

export const config = { api: { bodyParser: false, externalResolver: true, responseLimit: false } };

export default nodeRoute('batches.send', { changes: true }, passBatches);
