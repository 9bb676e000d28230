import { serveDesk } from '../desk/serve.ts';
import { searchDesk } from '../search/desk.ts';

serveDesk(searchDesk);
