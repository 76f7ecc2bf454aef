const context = process.env.CONTEXT ?? '';

/** Whether the site is built for the public. Neither this nor the next on an engineer's machine. */
export const isPublished = context === 'production';

/**
 * Whether the site is built to be looked at before it is published. Netlify says so in CONTEXT while it
 * builds; https://docs.netlify.com/build/configure-builds/environment-variables/#build-metadata
 */
export const isPreview = ['deploy-preview', 'branch-deploy'].includes(context);
