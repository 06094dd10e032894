// SPDX-License-Identifier: Apache-2.0
// The processes below the one that is watched: found by looking every now and
// then, and sampled if they run a Python.
//
// A child that lives shorter than the time between two looks may not be seen at
// all. Once seen it is followed to its end, whoever its parent is by then.

#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/descriptor.h"
#include "profiler/child_list.h"
#include "profiler/profile.h"
#include "profiler/watched_process.h"

namespace ppp::profiler {

class Children {
 public:
  /// `root`: the first process. `adopts`: we have started it, and what loses
  /// its parent becomes a child of ours. `begun_s`: when the watching began.
  Children(int root, bool adopts, double begun_s,
           WatchedProcess::NameFile name_file, double native_hz = 0);
  Children(const Children&) = delete;
  Children& operator=(const Children&) = delete;
  ~Children();

  /// When it is time to look for new ones again.
  double due_s() const { return due_s_; }
  /// Finds new ones, and those that have ended or become a Python.
  void look(double now_s);

  bool sampling() const { return !sampled_.empty(); }
  /// Samples some of them, in turns if there are many: a look stays cheap.
  void sample(double now_s, std::int64_t weight);

  /// Those with samples, by their start, and how many had none.
  void fill(Profile& profile, double now_s) const;

 private:
  struct Member {
    int pid = 0;
    int parent = 0;
    std::uint64_t start_ticks = 0;
    double started_s = 0;  // since begun_s_
    double attached_s = 0;
    Descriptor pidfd;
    ChildList children;
    std::unique_ptr<WatchedProcess> process;
    std::int64_t owed = 0;  // intervals since its last sample
    double cpu_s = 0;       // the last that was seen
    std::vector<std::string> command;
    bool refused = false;  // it is not going to be sampled
  };

  void note_ends(double now_s);
  void find_new(double now_s);
  void add(int pid, int parent, double now_s);
  void attach(double now_s);
  void list_sampled(double now_s);
  static Profile profile_of(const Member& member, double since_begun_s,
                            bool ended);
  void end(Member& member, double now_s);

  int root_;
  bool adopts_;
  double begun_s_;
  WatchedProcess::NameFile name_file_;
  double native_hz_;
  double due_s_ = 0;
  std::map<int, Member> members_;  // by pid, those that have not ended
  std::vector<Member*> sampled_;
  std::size_t next_ = 0;  // in sampled_, to be sampled first
  int attached_ = 0;      // the pid that was tried last
  std::vector<Profile> ended_;
  std::unordered_map<int, std::uint64_t> ended_ticks_;  // by pid
  std::int64_t unsampled_ = 0;
  std::uint64_t files_before_ = 0;  // the limit of open ones
  ChildList of_root_;
  ChildList of_us_;
  Births births_ = Births::of_this_machine();
  int quiet_looks_ = 0;  // in a row, before which nothing was started
  double asked_s_ = 0;   // when all were asked for their children last
};

}  // namespace ppp::profiler
