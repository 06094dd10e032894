// SPDX-License-Identifier: Apache-2.0
// The account of the time that a job may take: eight times the program's own
// time and three seconds for a whole `run`, or what the user allows for reruns.
// All time counts, not only that of the runs.

#pragma once

#include <algorithm>
#include <functional>

namespace ppp::harness {

class Budget {
 public:
  using Clock = std::function<double()>;  ///< seconds; never goes back

  /// `allowed_s` for reruns, as the user gave it; 0: the default bound, of
  /// which `spent_s` are gone already.
  Budget(double allowed_s, double spent_s, Clock now)
      : allowed_s_(allowed_s), now_(std::move(now)), begin_(now_() - spent_s) {}

  /// After each run of the original: the quickest is the program's own time.
  /// Reruns begin after the first.
  void count_original(double seconds) {
    if (own_s_ <= 0 && allowed_s_ > 0) begin_ = now_();
    own_s_ = own_s_ > 0 ? std::min(own_s_, seconds) : seconds;
  }
  /// After each run: the longest time that one took beside its own seconds,
  /// for setting up, comparing, and clearing away.
  void count_overhead(double seconds) {
    overhead_s_ = std::max(overhead_s_, seconds);
  }

  double now() const { return now_(); }
  double own() const { return own_s_; }
  double limit() const {
    return allowed_s_ > 0 ? allowed_s_ : kTimes * own_s_ + kSeconds;
  }
  double left() const { return limit() - (now_() - begin_); }
  /// Whether that many runs of these seconds in all still fit.
  bool allows(double seconds, int runs = 1) const {
    return seconds + runs * overhead_s_ <= left();
  }
  /// How long a run that begins now may take.
  double longest_run() const { return left() - overhead_s_; }

 private:
  static constexpr double kTimes = 8;
  /// Of the three seconds, half a one is for what comes after the last run.
  static constexpr double kSeconds = 2.5;

  double allowed_s_;
  Clock now_;
  double begin_;
  double own_s_ = 0;
  double overhead_s_ = 0;
};

}  // namespace ppp::harness
