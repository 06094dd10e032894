import configparser
import sys
import time

config = configparser.ConfigParser()
config.read_string("[job]\nfactor = 1\n")
job = config["job"]


def ask(number):
    time.sleep(0.001)
    return number * job.getint("factor")


for number in range(int(sys.argv[1])):
    print(ask(number))
    if number > 7:
        config.read_string("[job]\nfactor = %d\n" % number)
