/** The permissions in the manifest, each of which is explained. */
export const PERMISSIONS = ["activeTab", "scripting", "contextMenus", "storage"] as const;
