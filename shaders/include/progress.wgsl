// How far training is: updates taken (the current one included) and losses logged since the last report.
struct Progress {
  step: u32,
  logged: u32,
}
