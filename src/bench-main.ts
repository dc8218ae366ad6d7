/** Starts the bench page. */
import './ui/bench/bench-page.ts';
