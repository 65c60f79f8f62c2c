import { serveKeep } from './keep-serve';
import { privateFiles } from './private-files';

serveKeep(self, privateFiles);
