const context = process.env.CONTEXT ?? '';

/** Whether the site is built for the public. A build on an engineer's machine is neither published nor a preview. */
export const isPublished = context === 'production';

/**
 * Whether the site is built as a preview, before it is published. Netlify sets CONTEXT during a build:
 * https://docs.netlify.com/build/configure-builds/environment-variables/#build-metadata
 */
export const isPreview = ['deploy-preview', 'branch-deploy'].includes(context);
