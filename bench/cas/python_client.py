"""Extracts points with `cas.client`, batch after batch, and prints the milliseconds that each took.

    python python_client.py URL GEOMETRIES_A_BATCH BATCHES ROUND
"""

import json
import sys
import time

from cas.client import CASClient


def place(i: int, round_: int) -> list[float]:
    """The same place as in points.ts."""
    longitude = ((i * 7_919 + round_ * 104_729) % 36_000_000) / 100_000 - 180
    latitude = ((i * 6_007 + round_ * 1_299_709) % 17_000_000) / 100_000 - 85
    return [round(longitude, 5), round(latitude, 5)]


url, size, batches, round_ = sys.argv[1], *map(int, sys.argv[2:])
times = []
with CASClient(url) as cas:
    cas.health()
    for batch in range(batches):
        start = time.perf_counter()
        geometries = [
            {"type": "Point", "coordinates": place(i, round_)} for i in range(batch * size, (batch + 1) * size)
        ]
        response = cas.batch_extract(geometries, ["demo_terrain:elevation"])
        assert sum(len(one.results) for one in response.responses) == size
        times.append((time.perf_counter() - start) * 1000)
print(json.dumps(times))
