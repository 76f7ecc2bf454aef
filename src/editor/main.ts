// The editor at /admin/: Sveltia CMS as published, with our forms, components, preview and check.
import CMS from '@sveltia/cms';
import { registerCheck } from './save-check.ts';
import { registerComponents } from './editor-components.ts';
import { editorConfig } from './config.ts';
import { editorData } from './editor-data.ts';
import { registerFormats } from './formats.ts';
import { startPractice } from './practice.ts';
import { registerPreview } from './preview.ts';

const data = editorData();

registerFormats();
registerComponents();
registerPreview();
registerCheck(data);
if (data.repository === null || data.local) await startPractice(data);
await CMS.init({ config: editorConfig(data) });
