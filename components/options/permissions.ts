/** The permissions in the manifest, each of which is explained. */
export const PERMISSIONS = ["activeTab", "scripting", "contextMenus", "storage"] as const;

/** Asked for only when they are needed, each of which is explained too. */
export const OPTIONAL_PERMISSIONS = ["clipboardWrite"] as const;
