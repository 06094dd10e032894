import configparser
import sys
import time

TEXT = "[job]\npause = 0.001\nstep = 7\n"
asked = []


def name_of(option):
    asked.append(option)
    return option


config = configparser.ConfigParser()
config.read_string(TEXT)
job = config["job"]
if len(sys.argv[1]) == 1:
    config.optionxform = name_of


def ask(number):
    time.sleep(float(job["pause"]))
    return number * job.getint("step") + len(asked)


for number in range(int(sys.argv[1])):
    print(ask(number))
