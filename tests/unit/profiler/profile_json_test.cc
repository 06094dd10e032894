// SPDX-License-Identifier: Apache-2.0
#include "profiler/profile_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/unit/profiler/sample_profile.h"

namespace ppp::profiler {
namespace {

TEST(ProfileJson, RoundTrips) {
  const Profile profile = sample_profile();
  auto again = profile_from_json(profile_to_json(profile));
  ASSERT_TRUE(again.ok()) << again.error().what;
  EXPECT_EQ(*again, profile);
}

TEST(ProfileJson, HasWhatTheContractNames) {
  const auto json = nlohmann::json::parse(profile_to_json(sample_profile()));
  EXPECT_EQ(json["wall_s"], 2.0);
  EXPECT_EQ(json["samples"], 20);
  EXPECT_EQ(json["rate_hz"], 1000.0);
  const auto& line = json["lines"][0];
  EXPECT_EQ(line["file"], "main.py");
  EXPECT_EQ(line["line"], 9);
  EXPECT_EQ(line["wait_s"].size(), 7u);
  EXPECT_TRUE(line["wait_s"].contains("network"));
  EXPECT_TRUE(line.contains("total_s"));
}

TEST(ProfileJson, ProcessesStandApart) {
  const Profile tree = sample_tree();
  auto again = profile_from_json(profile_to_json(tree));
  ASSERT_TRUE(again.ok()) << again.error().what;
  EXPECT_EQ(*again, tree);
  auto json = nlohmann::json::parse(profile_to_json(tree));
  const auto alone = nlohmann::json::parse(profile_to_json(sample_profile()));
  for (const char* member :
       {"samples", "lines", "loops", "threads", "stacks"}) {
    EXPECT_EQ(json[member], alone[member]) << member;
  }
  json["processes"][0].erase("parent");
  EXPECT_FALSE(profile_from_json(json.dump()).ok());
  json.erase("processes");
  json.erase("unsampled");
  EXPECT_TRUE(profile_from_json(json.dump()).ok());  // an older file
}

TEST(ProfileJson, LoopsMayBeMissing) {
  auto json = nlohmann::json::parse(profile_to_json(sample_profile()));
  EXPECT_EQ(json["loops"][0]["iterations"], 120);
  json.erase("loops");
  auto profile = profile_from_json(json.dump());
  ASSERT_TRUE(profile.ok());
  EXPECT_TRUE(profile->loops.empty());
}

TEST(ProfileJson, TasksMayBeMissing) {
  auto json = nlohmann::json::parse(profile_to_json(sample_profile()));
  EXPECT_EQ(json["tasks"]["running"][0]["name"], "reader");
  EXPECT_EQ(json["tasks"]["awaits"][0]["frames"], (std::vector<int>{1, 2}));
  auto wrong = json;
  wrong["tasks"]["awaits"][0]["frames"][1] = 3;
  EXPECT_FALSE(profile_from_json(wrong.dump()).ok());
  json.erase("tasks");
  auto profile = profile_from_json(json.dump());
  ASSERT_TRUE(profile.ok());
  EXPECT_EQ(profile->tasks, Tasks());
}

TEST(ProfileJson, NativeStacksMayBeMissing) {
  auto json = nlohmann::json::parse(profile_to_json(sample_profile()));
  EXPECT_EQ(json["native"]["functions"][0]["library"], "libz");
  EXPECT_EQ(json["native"]["stacks"][0]["functions"], (std::vector<int>{1, 0}));
  auto wrong = json;
  wrong["native"]["stacks"][0]["functions"][0] = 2;
  EXPECT_FALSE(profile_from_json(wrong.dump()).ok());
  wrong = json;
  wrong["native"]["stacks"][0]["samples"] = -1;
  EXPECT_FALSE(profile_from_json(wrong.dump()).ok());
  json.erase("native");
  auto profile = profile_from_json(json.dump());
  ASSERT_TRUE(profile.ok());
  EXPECT_EQ(profile->native, NativeCosts());
  // Nor are they written where they were not asked for.
  EXPECT_EQ(profile_to_json(*profile).find("\"native\""), std::string::npos);
}

TEST(Profile, AnAwaitShowsTheProgramsOwnLine) {
  Profile profile;
  profile.frames = {{"main.py", "main", 3, 1},
                    {"/usr/lib/python3.14/asyncio/tasks.py", "sleep", 700, 1},
                    {"/x/site-packages/aiohttp/client.py", "get", 9, 1}};
  EXPECT_EQ(awaiting_frame(profile, {{0, 2, 1}}).line, 3);
  EXPECT_EQ(awaiting_frame(profile, {{1}}).line, 700);
  EXPECT_FALSE(has_event_loop(profile));
  profile.frames.push_back({"/usr/lib/python3.11/asyncio/base_events.py",
                            "BaseEventLoop.run_forever", 600, 1});
  EXPECT_TRUE(has_event_loop(profile));
}

TEST(Profile, FindsTheFactOfALoop) {
  const Profile profile = sample_profile();
  const LoopFact* fact = loop_fact(profile, "main.py", 19, 24);
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->line, 20);
  fact = loop_fact(profile, "main.py", 5, 24);
  ASSERT_NE(fact, nullptr);
  EXPECT_EQ(fact->line, 9);
  EXPECT_EQ(loop_fact(profile, "main.py", 21, 24), nullptr);
  EXPECT_EQ(loop_fact(profile, "other.py", 1, 24), nullptr);
}

TEST(ProfileJson, TakesAWholeDocument) {
  const std::string text =
      R"({"schema": "pyprof-parallel/profile", "profile": )" +
      profile_to_json(sample_profile()) + "}";
  auto again = profile_from_json(text);
  ASSERT_TRUE(again.ok());
  EXPECT_EQ(*again, sample_profile());
}

TEST(ProfileJson, NamesWhatIsWrong) {
  for (const char* text :
       {"", "{", "[]", "{}", "3", R"({"profile": 3})", R"({"command": 5})"}) {
    auto profile = profile_from_json(text);
    ASSERT_FALSE(profile.ok()) << text;
    EXPECT_EQ(profile.error().kind, Error::Kind::kUsage);
  }
  auto json = nlohmann::json::parse(profile_to_json(sample_profile()));
  json["stacks"][0]["frames"][0] = 77;
  auto profile = profile_from_json(json.dump());
  ASSERT_FALSE(profile.ok());
  EXPECT_NE(profile.error().what.find("77"), std::string::npos);
  for (std::int64_t samples : {std::int64_t{-1}, INT64_MAX}) {
    json = nlohmann::json::parse(profile_to_json(sample_profile()));
    json["stacks"][0]["samples"] = samples;
    EXPECT_FALSE(profile_from_json(json.dump()).ok()) << samples;
  }
}

TEST(ProfileJson, FileNamesNeedNotBeUtf8) {
  Profile profile = sample_profile();
  profile.frames[0].file = "caf\xe9.py";
  EXPECT_TRUE(profile_from_json(profile_to_json(profile)).ok());
}

}  // namespace
}  // namespace ppp::profiler
