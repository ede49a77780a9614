/** The permissions in the manifest of any browser, each of which is explained. */
const EVERYWHERE = ["activeTab", "scripting", "contextMenus", "storage"] as const;

/** Those of this browser: Firefox has its sidebar without one. */
export const PERMISSIONS = import.meta.env.FIREFOX ? EVERYWHERE : ([...EVERYWHERE, "sidePanel"] as const);

/** Asked for only when they are needed, each of which is explained too. */
export const OPTIONAL_PERMISSIONS = ["clipboardWrite"] as const;
