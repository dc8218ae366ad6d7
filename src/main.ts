/** Starts the page. */
import './ui/app.ts';
