package tui

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/blogtui/blogtui/internal/tui/tuitest"
)

// Of a storm of keys only some are drawn, and the last always is.
func TestAStormIsDrawnAsOftenAsItIsShown(t *testing.T) {
	now := time.Unix(0, 0)
	var views int
	p := newPaced(New(Options{Probe: func(at string) {
		if at == "view" {
			views++
		}
	}}), nil)
	p.clock = func() time.Time { return now }
	send := func(msg tea.Msg) (late bool) {
		_, cmd := p.Update(msg)
		p.View()
		return cmd != nil
	}
	for range 100 {
		send(tea.WindowSizeMsg{Width: 80, Height: 24})
		now = now.Add(time.Second)
	}
	if views != 100 {
		t.Errorf("of 100 messages with time between them %d were drawn", views)
	}
	views = 0
	due := false
	for i := range 10000 {
		due = send(tea.WindowSizeMsg{Width: 80, Height: 24 + i%7}) || due
		now = now.Add(frameTime / 100)
	}
	if views < 100 || views > 100+2*spare {
		t.Errorf("of 10,000 messages in 100 frames %d were drawn", views)
	}
	if !due {
		t.Error("nothing sees to it that the last is drawn")
	}
	p.View()
	before := views
	send(tuitest.Key("?"))
	send(drawDue{})
	if views == before {
		t.Error("the last message is not drawn")
	}
}

// Where drawing takes long it is done less often, so that the keys are understood as they come.
func TestScreensThatTakeLongAreDrawnLessOften(t *testing.T) {
	now := time.Unix(0, 0)
	var views int
	p := newPaced(New(Options{Probe: func(at string) {
		if at == "view" {
			views++
			now = now.Add(10 * time.Millisecond)
		}
	}}), nil)
	p.clock = func() time.Time { return now }
	var late bool
	for range 1000 { // each takes a millisecond, so that without end two parts of three would be drawing
		if _, cmd := p.Update(tuitest.Key("?")); cmd != nil {
			late = true
		}
		p.View()
		now = now.Add(time.Millisecond)
	}
	if views > 1000/(share*5)+spare {
		t.Errorf("of 1000 messages %d were drawn", views)
	}
	if !late {
		t.Error("nothing sees to it that the last is drawn")
	}
}

// Where the clock jumps, back or far ahead, the last screen is drawn all the same, and soon.
func TestAClockThatJumpsHoldsUpNoScreen(t *testing.T) {
	now := time.Unix(1e9, 0)
	var views int
	p := newPaced(New(Options{Probe: func(at string) {
		if at == "view" {
			views++
			now = now.Add(time.Hour) // while it is drawn
		}
	}}), nil)
	p.clock = func() time.Time { return now }
	for range 20 {
		for range 2 * spare {
			p.Update(tuitest.Key("?"))
			p.View()
		}
		before := views
		now = now.Add(-1000 * time.Hour)
		p.Update(tuitest.Key("?"))
		p.View()
		if p.later && !p.due {
			t.Fatal("nothing sees to it that the last is drawn")
		}
		if p.interval() > longestOf {
			t.Fatalf("the screen is put off for %v", p.interval())
		}
		p.Update(drawDue{})
		p.View()
		if views == before {
			t.Fatal("the last message is not drawn")
		}
	}
}
