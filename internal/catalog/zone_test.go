package catalog_test

import (
	"testing"
	"testing/fstest"
	"time"

	"github.com/blogtui/blogtui/internal/catalog"
)

// Jekyll (4.3) tells all times in the zone of the blog, and takes one that is written without a zone for one of UTC, as
// YAML does. A day without a time is that day.
func TestJekyllTellsTimesInTheZoneOfTheBlog(t *testing.T) {
	const file = "_posts/2016-06-13-a.md"
	for date, want := range map[string]string{
		"2016-6-13 2:00:00": "2016-06-12 22:00", "2016-06-13 14:00:00": "2016-06-13 10:00", "2016-06-13": "2016-06-13 00:00",
		"2016-06-13 01:00:00 +0200": "2016-06-12 19:00", "2016-06-12T23:30:00Z": "2016-06-12 19:30", "2016-06-13 01:00 +0200": "2016-06-12 19:00",
		"2016-06-13 02:00": "2016-06-13 02:00",
	} {
		for zone, want := range map[string]string{"America/New_York": want, "Nowhere/At_All": "", "../../etc/passwd": ""} {
			blog := open(t, fstest.MapFS{
				"_config.yml": {Data: []byte("timezone: " + zone + "\n")},
				file:          {Data: []byte("---\ndate: " + date + "\n---\ntext")},
			}, catalog.Options{Now: now})
			plain := open(t, fstest.MapFS{"_config.yml": {Data: []byte("title: T\n")}, file: {Data: []byte("---\ndate: " + date + "\n---\ntext")}}, catalog.Options{Now: now})
			if got := blog.Posts[0].Date; want == "" && !got.Equal(plain.Posts[0].Date) || want != "" && got.Format("2006-01-02 15:04") != want {
				t.Errorf("%s in %s is %v, not %s", date, zone, got.Format(time.RFC3339), want)
			}
		}
	}
}
