// A dispatch that takes many steps.
struct Run {
  // How many steps to take now.
  steps: u32,
  // Updates taken before.
  taken: u32,
  // Losses logged before.
  logged: u32,
}
