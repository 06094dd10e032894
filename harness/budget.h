// SPDX-License-Identifier: Apache-2.0
// The account of the time that reruns may take: eight times the program's own
// time and three seconds for a whole `run`, or what the user allows.

#pragma once

#include <algorithm>

namespace ppp::harness {

class Budget {
 public:
  /// `allowed_s` as the user gave it; 0: the default bound.
  explicit Budget(double allowed_s) : allowed_s_(allowed_s) {}

  /// Counts a run of the original: the quickest one is the program's own time.
  void spend_original(double seconds) {
    spend(seconds);
    own_s_ = own_s_ > 0 ? std::min(own_s_, seconds) : seconds;
  }
  void spend(double seconds) { spent_s_ += seconds; }

  double own() const { return own_s_; }
  double limit() const {
    return allowed_s_ > 0 ? allowed_s_ : kTimes * own_s_ + kSeconds;
  }
  double left() const { return limit() - spent_s_; }
  bool allows(double seconds) const { return seconds <= left(); }

 private:
  static constexpr double kTimes = 8;
  /// Of the three seconds, half is for what is not a run: start-up, analysis,
  /// rewriting, the report.
  static constexpr double kSeconds = 1.5;

  double allowed_s_;
  double own_s_ = 0;
  double spent_s_ = 0;
};

}  // namespace ppp::harness
