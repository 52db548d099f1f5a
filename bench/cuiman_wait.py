"""Runs jobs with cuiman's own helper and prints when it heard of each end: a line of JSON for each run.

Usage: cuiman_wait.py API_URL DURATION RUNS CONCURRENCY
"""

import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from cuiman import Client
from cuiman.api.jobs import JobMonitor, JobOptions, execute_and_open_result
from cuiman.api.opener.errors import JobResultOpenError
from gavicore.models import ProcessRequest

api_url, duration, runs, concurrency = sys.argv[1], float(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])


def run(_: int) -> dict:
    client = Client(api_url=api_url, auth={"auth_type": "none"})
    heard: dict = {}

    def on_update(info) -> None:
        if info.finished is not None and not heard:
            late = time.time() - info.finished.timestamp()
            heard.update(jobId=info.jobID, lateness=late * 1000)

    request = ProcessRequest(inputs={"duration": duration})
    try:
        options = JobOptions(monitor=JobMonitor(on_update=on_update))
        execute_and_open_result(client, "sleep_a_while", request, job_options=options)
    except JobResultOpenError:
        pass  # after the wait: there is no opener for a plain number
    finally:
        client.close()
    return heard


with ThreadPoolExecutor(concurrency) as pool:
    for result in pool.map(run, range(runs)):
        print(json.dumps(result), flush=True)
