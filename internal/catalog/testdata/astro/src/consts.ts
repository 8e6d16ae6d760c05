// Data that pages import.
export const SITE_TITLE = 'Islands';
export const SITE_DESCRIPTION = "Small programs in a sea of pages.";
