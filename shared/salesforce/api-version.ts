/** The REST API version every call uses: Spring '26, live in every org. */
export const API_VERSION = '66.0';

/** The path every REST call starts with, below the instance URL. */
export const API_PATH = `/services/data/v${API_VERSION}`;
